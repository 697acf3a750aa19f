/** The phones of the sample company's customers: a stand-in for Twilio's Messages API, and the pages to read it. */
@NullMarked
package dev.uplift.demo.phone;

import org.jspecify.annotations.NullMarked;
