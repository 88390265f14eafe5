import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError, scatter } from '@parley/engines-kit';
import { systemText, type ChatEvent, type ChatRequest } from '../../chat/types';
import type { Capabilities, ChatProvider, GenerateOptions, ModelInfo } from '../provider';
import { readScript, tokensOf } from './directives';

export interface ScriptedDelays {
  readonly firstTokenMs: number;
  readonly tokenMs: number;
  /** By which the wait for the first token scatters. */
  readonly jitterPercent?: number;
}

/** A stand-in model for tests: says what its input tells it to. */
export class ScriptedProvider implements ChatProvider {
  readonly id = 'test';
  readonly capabilities: Capabilities = { tools: true, images: true, systemAnywhere: true, guidance: 'full' };
  #calls = 0;

  constructor(private readonly delays: ScriptedDelays) {}

  models(): readonly ModelInfo[] {
    return [{ name: 'scripted', contextTokens: 1_000_000, tools: true, images: true }];
  }

  accept(model: string): void {
    if (model !== 'scripted')
      throw new EngineError('caller_fault', 'unknown_model', `there is no model test/${model}`);
  }

  async *generate(request: ChatRequest, { signal }: GenerateOptions): AsyncIterable<ChatEvent> {
    const last = request.messages.findLast(({ role }) => role === 'user')?.text ?? '';
    // Directives of a turn whose tools have answered already are done.
    const said = request.messages.findLast(({ role }) => role === 'user' || role === 'tool');
    const script =
      said?.role === 'tool' ? readScript(`[[reply: The tool said ${said.text}.]]`) : readScript(last);
    if (script.hang) await sleep(2 ** 31 - 1, undefined, { signal, ref: false });
    const { firstTokenMs, jitterPercent = 0 } = this.delays;
    await pause(scatter(firstTokenMs, jitterPercent) + script.waitMs, signal);
    if (script.fail !== undefined)
      throw new EngineError(script.fail, 'scripted', `a scripted ${script.fail} failure`);
    const whole = tokensOf(script.recites ? recital(request) : script.reply);
    const tokens = whole.slice(0, request.maxOutputTokens);
    for (const [index, text] of tokens.entries()) {
      if (index > 0) await pause(this.delays.tokenMs, signal);
      yield { type: 'text', text };
    }
    const cut = tokens.length < whole.length;
    for (const { name, argumentsJson } of cut ? [] : script.tools) {
      yield { type: 'tool_call', callId: `call_scripted_${++this.#calls}`, name, argumentsJson };
    }
    yield {
      type: 'finished',
      reason: cut ? 'length' : script.tools.length > 0 ? 'tool_calls' : 'stop',
      usage: {
        inputTokens: request.messages.reduce((sum, { text }) => sum + tokensOf(text).length, 0),
        cachedInputTokens: 0,
        outputTokens: tokens.length,
      },
    };
  }
}

const recital = (request: ChatRequest): string =>
  [systemText(request), ...request.messages.map(({ role, text }) => `${role}: ${text}`)].join('\n');

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal });
}
