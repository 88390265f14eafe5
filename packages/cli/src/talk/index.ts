export { converse, transcribe, type Conversation, type ConverseOptions } from './converse';
export { describePersona, describeStages, Display, terminalOutput, toJsonLine } from './display';
export { TalkError } from './errors';
export type { Reply, TalkRecord } from './record';
export { WIRE_RATE_HZ, type SessionOptions } from './session-config';
export type { TalkEvent } from './talk-event';
export { loadRecording, talkFile } from './talk-file';
export { TalkSession, type TalkOptions } from './talk-session';
