import type { SharedV3ProviderOptions } from '@ai-sdk/provider';
import type { ChatRequest } from '../../chat/types';
import { geminiThinking, type EffortScale } from '../effort';

type Options = SharedV3ProviderOptions[string];

/** What the AI SDK takes for one provider alone: how long to think, and whether calls may come together, whose prompt it is. */
export function providerOptions(
  name: string,
  { model, reasoningEffort, parallelToolCalls, promptCacheKey, tools, settings }: ChatRequest,
  scale: EffortScale | undefined,
): SharedV3ProviderOptions | undefined {
  const effort = reasoningEffort === undefined ? undefined : scale?.[reasoningEffort];
  const parallel = tools.length === 0 ? undefined : parallelToolCalls;
  const options: Options = {};
  switch (name) {
    case 'google':
      if (reasoningEffort !== undefined)
        options['thinkingConfig'] = { ...geminiThinking(model, reasoningEffort) };
      break;
    case 'anthropic':
      if (effort !== undefined) options['effort'] = effort;
      if (parallel !== undefined) options['disableParallelToolUse'] = !parallel;
      break;
    default:
      if (effort !== undefined) options['reasoningEffort'] = effort;
      if (parallel !== undefined && knowParallel.includes(name)) options['parallelToolCalls'] = parallel;
      if (settings?.format?.type === 'schema' && takeStrict.includes(name)) {
        options['strictJsonSchema'] = settings.format.strict ?? false;
      }
      if (promptCacheKey !== '' && name === 'openai') options['promptCacheKey'] = promptCacheKey;
  }
  return Object.keys(options).length === 0 ? undefined : { [name]: options };
}

/** Left to themselves, some of these adapters say `strict` and some do not. */
const takeStrict = ['openai', 'groq', 'mistral'];
const knowParallel = ['openai', 'groq', 'mistral'];
