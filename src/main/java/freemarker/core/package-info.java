/** The one class of ours that must sit beside FreeMarker's own, since a template's syntax tree is not public. */
@NullMarked
package freemarker.core;

import org.jspecify.annotations.NullMarked;
