import { systemText, type ChatMessage, type ChatRequest, type ToolChoice } from '../../../chat/types';
import { geminiThinking } from '../../effort';
import type { WireContext } from '../format';

type Part = Readonly<Record<string, unknown>>;

interface Content {
  readonly role: 'user' | 'model';
  readonly parts: Part[];
}

/** A request of Gemini's generateContent (ai.google.dev/api/generate-content). */
export function googleBody(request: ChatRequest, { entry }: WireContext): object {
  const { model, messages, tools, toolChoice, temperature, maxOutputTokens, reasoningEffort } = request;
  const { topP, stop, seed, frequencyPenalty, presencePenalty, format } = request.settings ?? {};
  const system = systemText(request);
  return {
    ...(system === '' ? {} : { systemInstruction: { parts: [{ text: system }] } }),
    contents: toContents(messages, wantsSignatures(model)),
    generationConfig: {
      ...(temperature === undefined || entry?.sampling === false ? {} : { temperature }),
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
      ...(reasoningEffort === undefined ? {} : { thinkingConfig: geminiThinking(model, reasoningEffort) }),
      // What is undefined is not written.
      topP,
      stopSequences: stop,
      seed,
      frequencyPenalty,
      presencePenalty,
      ...(format === undefined ? {} : { responseMimeType: 'application/json' }),
      ...(format?.type === 'schema' ? { responseJsonSchema: format.schema } : {}),
    },
    ...(tools.length === 0
      ? {}
      : {
          tools: [
            {
              functionDeclarations: tools.map(({ name, description, parameters }) => ({
                name,
                description,
                parametersJsonSchema: parameters,
              })),
            },
          ],
          toolConfig: {
            functionCallingConfig: toMode(
              toolChoice,
              knowsValidated(model) && tools.some(({ strict }) => strict === true),
            ),
          },
        }),
  };
}

/** Models before Gemini 2.5 do not hold calls to a schema unless they must call. */
const knowsValidated = (model: string): boolean => !/gemini-(?:1|2\.0)/.test(model);

/** From Gemini 3 on calls come with a signature of the thought behind them, and are refused without one. */
const wantsSignatures = (model: string): boolean => Number(/gemini-(\d+)/.exec(model)?.[1] ?? 0) >= 3;

/** Google's own value for calls whose signature is not at hand (ai.google.dev/gemini-api/docs/thought-signatures). */
const noSignature = { thoughtSignature: 'skip_thought_signature_validator' } as const;

function toContents(messages: readonly ChatMessage[], signed: boolean): Content[] {
  const contents: Content[] = [];
  for (const message of messages) {
    const role = message.role === 'assistant' ? 'model' : 'user';
    const parts = toParts(message, signed);
    const last = contents.at(-1);
    if (parts.length === 0) continue;
    if (last?.role === role) for (const part of parts) last.parts.push(part);
    else contents.push({ role, parts });
  }
  return contents;
}

const text = (value: string): Part[] => (value === '' ? [] : [{ text: value }]);

function toParts(message: ChatMessage, signed: boolean): Part[] {
  switch (message.role) {
    case 'system':
      return text(`[System: ${message.text}]`);
    case 'user':
      return [
        ...text(message.text),
        ...message.images.map(({ mediaType, base64 }) => ({
          inlineData: { mimeType: mediaType, data: base64 },
        })),
      ];
    case 'assistant':
      return [
        ...text(message.text),
        ...message.toolCalls.map(({ name, argumentsJson }, index) => ({
          functionCall: { name, args: JSON.parse(argumentsJson) as unknown },
          ...(signed && index === 0 ? noSignature : {}),
        })),
      ];
    default:
      return [
        { functionResponse: { name: message.name, response: { name: message.name, content: message.text } } },
      ];
  }
}

/** `ANY` and `VALIDATED` hold calls to their schemas. */
function toMode(choice: ToolChoice, strict: boolean): object {
  if (choice.kind === 'function') return { mode: 'ANY', allowedFunctionNames: [choice.name] };
  return { mode: { auto: strict ? 'VALIDATED' : 'AUTO', none: 'NONE', required: 'ANY' }[choice.kind] };
}
