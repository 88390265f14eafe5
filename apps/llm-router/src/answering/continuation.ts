import type { ChatRequest } from '../chat/types';

const goOn =
  '[System: Your answer above was cut off in mid-sentence, and the user has heard it so far. Go on with the very ' +
  'next word. Do not repeat anything, do not start again, and do not mention the interruption.]';

/** The request that has another model finish what was said so far. */
export function continueFrom(request: ChatRequest, said: string): ChatRequest {
  if (said.trim() === '') return request;
  return {
    ...request,
    messages: [
      ...request.messages,
      { role: 'assistant', text: said, toolCalls: [] },
      { role: 'user', text: goOn, images: [] },
    ],
  };
}
