export * from './append';
export * from './audio-format';
export * from './base64';
export * from './binary-audio';
export * from './client-events';
export { maxAppendBytes } from './client-events/input-audio-buffer';
export type { ClientItem, ItemReference } from './client-item';
export * from './errors';
export * from './extension-events';
export * from './ids';
export { imageBytes, maxImageBytes, type ImageDetail } from './image';
export { kindOf, protocolError } from './issues';
export * from './json-values';
export type { Prompt } from './prompt';
export { reasoningEfforts, type Reasoning, type ReasoningEffort } from './reasoning';
export * from './item';
export * from './merge-session';
export {
  memoryDefaults,
  memoryLimits,
  memorySettingsSchema,
  type MemorySettings,
  type MemoryStatePatch,
} from './memory-settings';
export {
  mergeParley,
  parleySettingsSchema,
  schedulings,
  type Greeting,
  type ParleySettings,
  type Scheduling,
} from './parley-settings';
export {
  backchannelSchema,
  responsivenessSchema,
  type BackchannelSettings,
  type ResponsivenessSettings,
} from './responsiveness';
export * from './parse';
export { responseObject } from './response';
export type { Metadata, Response, ResponseParams, ResponseStatus, ResponseStatusDetails } from './response';
export * from './serialize';
export * from './server-events';
export * from './session';
export { sessionPatchSchema, type SessionPatch } from './session-patch';
export type { McpTool, McpToolFilter } from './mcp-tool';
export { requiredOfNothing, toolChoiceError, toolsError, type ToolChoice } from './tool-choice';
export { withoutSecrets } from './tool-secrets';
export type { FunctionTool, Tool } from './tools';
export { webSearchName, type WebSearchTool } from './web-search-tool';
export { templateNames, templatesSchema, type TemplateName, type Templates } from './templates';
export type { Tracing } from './tracing';
export {
  defaultTranscriptionModel,
  type TranscriptionConfig,
  type TranscriptionDelay,
} from './transcription';
export * from './transcription-session';
export type { Truncation } from './truncation';
export * from './turn-detection';
export * from './unsupported';
export * from './usage';
