import protobuf from 'protobufjs/minimal.js';

// Half of a surrogate pair is no text in UTF-8: short texts were written with it all the same, and nobody could read
// the message. Longer ones have this sign in its place already.
const { utf8 } = protobuf.util;
const { write } = utf8;
utf8.write = (text, buffer, offset) => write(text.toWellFormed(), buffer, offset);
