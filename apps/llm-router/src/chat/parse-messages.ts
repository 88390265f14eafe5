import { v1 } from '@parley/contracts';
import { invalidRequest, parseJsonObject } from './check';
import { imageDetails, type ChatMessage, type Image, type ToolCall } from './types';

const Role = v1.ChatMessage.Role;

/**
 * Checks the messages and that every call is followed by its output before anything else is said: an unpaired
 * call or output is refused here rather than by whichever provider sees it.
 */
export function parseMessages(messages: readonly v1.ChatMessage.$Properties[]): ChatMessage[] {
  const open = new Map<string, string>();
  const parsed = messages.map((message): ChatMessage => {
    const text = message.text ?? '';
    if (message.role === Role.TOOL) {
      const callId = message.toolCallId ?? '';
      const name = open.get(callId);
      if (name === undefined) throw invalidRequest(`the output of call "${callId}" follows no such call`);
      open.delete(callId);
      return { role: 'tool', text, callId, name };
    }
    refuseOpenCalls(open);
    switch (message.role) {
      case Role.SYSTEM:
        return { role: 'system', text };
      case Role.USER:
        return { role: 'user', text, images: (message.images ?? []).map(parseImage) };
      case Role.ASSISTANT: {
        const toolCalls = (message.toolCalls ?? []).map(parseToolCall);
        for (const call of toolCalls) open.set(call.callId, call.name);
        return { role: 'assistant', text, toolCalls };
      }
      default:
        throw invalidRequest('a message has no role');
    }
  });
  refuseOpenCalls(open);
  return parsed;
}

function refuseOpenCalls(open: ReadonlyMap<string, string>): void {
  if (open.size === 0) return;
  const [callId] = open.keys();
  throw invalidRequest(`call "${callId}" has no output`);
}

function parseToolCall(call: v1.ToolCall.$Properties): ToolCall {
  const name = call.name ?? '';
  const callId = call.callId ?? '';
  if (name === '' || callId === '') throw invalidRequest('a tool call lacks its name or call id');
  const argumentsJson = call.argumentsJson || '{}';
  const value = parseJsonObject(`arguments of call "${callId}"`, argumentsJson);
  // Half of a pair in them would be in whatever a provider is sent of them.
  const written = /\\ud/i.test(argumentsJson) ? JSON.stringify(value) : argumentsJson;
  return { callId, name, argumentsJson: written };
}

function parseImage({ url, detail }: v1.ChatImage.$Properties): Image {
  const match = /^data:(image\/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=]+)$/i.exec(url ?? '');
  if (match === null) throw invalidRequest('an image is not a base64 data: URI');
  const image = { mediaType: (match[1] ?? '').toLowerCase(), base64: match[2] ?? '' };
  if (!detail || detail === 'auto') return image;
  const known = imageDetails.find((one) => one === detail);
  if (known === undefined) throw invalidRequest('the detail of an image must be auto, low or high');
  return { ...image, detail: known };
}
