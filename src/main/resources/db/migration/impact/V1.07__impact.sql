create schema impact;
