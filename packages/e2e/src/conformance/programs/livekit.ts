import { initializeLogger, llm } from '@livekit/agents';
import { z } from 'zod';
import { LivekitCall, contentOf } from './livekit-call';
import type { Reply } from './livekit-call';

/** What one scenario saw; printed as JSON. In a process of its own, as the library does not run inside jest. */
export interface LivekitReport {
  readonly replies: readonly Reply[];
  readonly transcripts: readonly string[];
  readonly speechStarts: number;
  readonly errors: readonly string[];
}

const weather = llm.tool({
  name: 'weather',
  description: 'The weather in a city.',
  parameters: z.object({ city: z.string() }),
  execute: async ({ city }) => `Rain in ${city}`,
});

const scenarios: Readonly<Record<string, (call: LivekitCall) => Promise<Reply[]>>> = {
  async typed(call) {
    await call.write('Hello there');
    return [await call.reply()];
  },

  async spoken(call) {
    const reply = call.spontaneousReply();
    await call.speak();
    return [await reply];
  },

  async tools(call) {
    await call.session.updateTools(new llm.ToolContext([weather]));
    await call.write('[[tool: weather {"city":"Ulm"}]] [[tool: weather {"city":"Bonn"}]]');
    const calling = await call.reply();
    for (const { callId, name, args } of calling.calls)
      await call.answerTool(callId, name, `Rain in ${(JSON.parse(args) as { city: string }).city}`);
    return [calling, await call.reply()];
  },

  async bargeIn(call) {
    await call.write('[[repeat: 60]]');
    const long = contentOf(await call.session.generateReply());
    const { item_id } = await call.event('response.output_audio.delta');
    const next = call.spontaneousReply();
    await call.speak();
    const cut = await long;
    await call.session.truncate({ messageId: item_id ?? '', audioEndMs: 400, modalities: ['audio'] });
    await call.event('conversation.item.truncated');
    return [cut, await next];
  },

  async interrupt(call) {
    await call.write('[[repeat: 60]]');
    const long = contentOf(await call.session.generateReply());
    await call.event('response.output_audio.delta');
    await call.session.interrupt();
    const cut = await long;
    // Nothing is left to interrupt: no error for that.
    await call.session.interrupt();
    await call.write('Hello again');
    return [cut, await call.reply()];
  },
};

async function main([url = '', name = '']: readonly string[]): Promise<void> {
  initializeLogger({ pretty: false, level: 'silent' });
  const call = new LivekitCall(url);
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const replies = await scenario(call);
  const { transcripts, speechStarts, errors } = call;
  const report: LivekitReport = { replies, transcripts, speechStarts, errors };
  await call.session.close();
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
