export type ItemStatus = 'in_progress' | 'completed' | 'incomplete';

export interface InputTextPart {
  type: 'input_text';
  text: string;
}

/** `transcript` is null until known, and never absent. `audio` (base64) only in `conversation.item.retrieved`. */
export interface InputAudioPart {
  type: 'input_audio';
  transcript: string | null;
  audio?: string;
}

export interface OutputTextPart {
  type: 'output_text';
  text: string;
}

/** A truncated part has lost its `transcript`. `audio` (base64) only in `conversation.item.retrieved`. */
export interface OutputAudioPart {
  type: 'output_audio';
  transcript?: string;
  audio?: string;
}

interface ItemBase {
  id: string;
  status: ItemStatus;
}

export interface SystemMessageItem extends ItemBase {
  type: 'message';
  role: 'system';
  content: InputTextPart[];
}

export interface UserMessageItem extends ItemBase {
  type: 'message';
  role: 'user';
  content: (InputTextPart | InputAudioPart)[];
}

export interface AssistantMessageItem extends ItemBase {
  type: 'message';
  role: 'assistant';
  content: (OutputTextPart | OutputAudioPart)[];
}

export interface FunctionCallItem extends ItemBase {
  type: 'function_call';
  name: string;
  call_id: string;
  /** JSON; never empty once completed (`{}` at least). */
  arguments: string;
}

export interface FunctionCallOutputItem extends ItemBase {
  type: 'function_call_output';
  call_id: string;
  output: string;
}

export type MessageItem = SystemMessageItem | UserMessageItem | AssistantMessageItem;

/** An item as server events carry it. */
export type ConversationItem = MessageItem | FunctionCallItem | FunctionCallOutputItem;

/** Items a response can produce. */
export type OutputItem = AssistantMessageItem | FunctionCallItem;
