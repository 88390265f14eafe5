import { howToImprove } from './llm-choice.mjs';
import { bold, dim, green, red, say } from './say.mjs';

/** Tells a person how the self-check went. */
export function showSelfCheck(result) {
  const mark = (good) => (good ? green('✓') : red('✗'));
  say();
  say(bold('Self-check: one conversation with a recorded person'));
  say(`  ${mark(result.heardDifferences.length === 0)} heard      ${result.heard || '(nothing)'}`);
  if (result.heardDifferences.length > 0) say(`    wrong      ${result.heardDifferences.join(', ')}`);
  say(
    `  ${mark(result.replyStatus === 'completed')} answered   ${result.answered || `(${result.replyStatus})`}`,
  );
  say(
    `  ${mark(result.replyAgreement >= 0.95)} reply      ${result.replySeconds} s of speech, ` +
      `${Math.round(result.replyAgreement * 100)} % of its words recognised when heard back`,
  );
  if (result.replyDifferences.length > 0) say(`    differs    ${result.replyDifferences.join(', ')}`);
  for (const error of result.errors) say(`  ${red('✗')} error      ${error}`);
  const { firstAudioAfterSpeechMs: firstMs, timings } = result;
  if (firstMs !== null)
    say(`    first audio of the reply ${firstMs} ms after the last sample of the recording`);
  const stages = Object.entries(timings).map(([name, ms]) => `${name} ${Math.round(ms)} ms`);
  if (stages.length > 0) say(dim(`    ${stages.join(' · ')}`));
}

export function showEngines(engines, llm) {
  say();
  say(bold('Engines'));
  const rows = [
    ['hears', engines.stt, 'PARLEY_STT_MODEL'],
    ['thinks', engines.llm, llm.why],
    ['speaks', engines.tts, 'PARLEY_TTS_VOICE'],
  ];
  for (const [verb, engine, why] of rows) say(`  ${verb.padEnd(8)} ${engine.padEnd(28)} ${dim(why)}`);
  say(dim(`  better: ${howToImprove(llm.model)}`));
}

export function showHowToUse({ url, chatUrl, keys }) {
  const base = url.replace(/^ws/, 'http');
  say();
  say(
    `${bold('Parley listens')} at ${green(`${url}/v1/realtime`)}   ${dim('health and metrics: ' + base + '/health/ready, /metrics')}`,
  );
  say(dim(`  ${keys.hint}`));
  say();
  say(
    `  const ws = new WebSocket('${url}/v1/realtime?model=default', { headers: { authorization: 'Bearer ${keys.key === undefined ? 'any' : 'KEY'}' } });`,
  );
  say(
    `  ws.on('message', (event) => console.log(JSON.parse(event).type)); ${dim('// npm i ws; the OpenAI Realtime API')}`,
  );
  say();
  say(`  ${chatUrl}   ${dim('OpenAI chat completions, from the same models: docs/routers.md')}`);
  say();
  say(`  ${green(`${base}/playground`)}   ${dim('a page to talk on, with every model and voice')}`);
  say();
  const where = url.endsWith(':8080') ? '' : ` --url ${url}`;
  say(dim(`  talk to it: npm run talk -- assets/utterance.wav${where}     Ctrl-C stops everything`));
  say();
}
