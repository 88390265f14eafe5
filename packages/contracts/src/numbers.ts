import protobuf from 'protobufjs/minimal.js';

// Sample positions and sizes stay far below 2^53: decode 64-bit integers as numbers, not Long objects.
(protobuf.util as { Long: unknown }).Long = undefined;
protobuf.configure();
