import path from 'node:path';
import { Command } from 'commander';
import { fuzzBench } from './benches/fuzz/fuzz';
import { gatewayBench } from './benches/gateway/gateway';
import { interruptBench, interruptParts } from './benches/interrupt/interrupt';
import { latencyBench } from './benches/latency/latency';
import { livekitBench } from './benches/livekit/livekit';
import { routerBench } from './benches/router/router';
import { throughs } from './benches/router/targets';
import { speechBench } from './benches/speech/speech';
import { turnBench } from './benches/turn/turn';
import { turnsBench } from './benches/turns/turns';
import { Report } from './report/report';

const results = path.resolve('bench-results');
const program = new Command('bench').description(
  'Benchmarks; every figure is measured in the run that prints it.',
);

program
  .command('speech')
  .description('recorded human speech through the public WebSocket with the default engines')
  .option('--url <url>', 'a running gateway; without it the services are started here')
  .option('--key <key>', 'API key for --url')
  .option('--silence <ms>', 'server VAD silence', '300')
  .option('--no-digits', 'leave out the single digits')
  .option('--json', 'one JSON line last', false)
  .action(async (given: { url?: string; key?: string; silence: string; digits: boolean; json: boolean }) => {
    const { url, key, digits } = given;
    await speechBench(
      {
        silenceMs: Number(given.silence),
        digits,
        ...(url === undefined ? {} : { url }),
        ...(key === undefined ? {} : { key }),
      },
      new Report('speech', given.json, results),
    );
  });

program
  .command('turn')
  .description('what the platform itself adds to a turn, beside @livekit/agents')
  .option('--sessions <list>', 'comma-separated', '1,10,100')
  .option('--turns <n>', 'turns per round, at least', '100')
  .option('--silence <ms>', 'server VAD silence', '200')
  .option('--frame <ms>', 'audio per append', '100')
  .option('--no-peer', 'leave out @livekit/agents')
  .option('--json', 'one JSON line last', false)
  .action(
    async (given: {
      sessions: string;
      turns: string;
      silence: string;
      frame: string;
      peer: boolean;
      json: boolean;
    }) => {
      await turnBench(
        {
          sessions: given.sessions.split(',').map(Number),
          turns: Number(given.turns),
          silenceMs: Number(given.silence),
          frameMs: Number(given.frame),
          peer: given.peer,
        },
        new Report('turn', given.json, results),
      );
    },
  );

program
  .command('interrupt')
  .description('how soon the assistant is silent when spoken over, and what only sounds like it')
  .option('--rounds <n>', 'rounds over five recorded interruptions', '6')
  .option('--sounds <n>', 'noises, coughs, words of assent and cleared throats, of each at the most', '15')
  .option('--parts <list>', `comma-separated: ${interruptParts.join(', ')}`, interruptParts.join(','))
  .option('--json', 'one JSON line last', false)
  .action(async (given: { rounds: string; sounds: string; parts: string; json: boolean }) => {
    const { rounds, sounds, parts, json } = given;
    await interruptBench(
      {
        rounds: Number(rounds),
        sounds: Number(sounds),
        parts: interruptParts.filter((one) => parts.split(',').includes(one)),
      },
      new Report('interrupt', json, results),
    );
  });

program
  .command('turns')
  .description('when turns are taken for over: cut-offs and delays of each eagerness beside simple rules')
  .option('--only <text>', 'scenarios whose name holds this')
  .option('--no-curve', 'leave out the points that only the curve needs')
  .option('--svg <file>', 'where the trade-off curve is written', 'docs/assets/turns.svg')
  .option('--details', 'every scenario that went wrong', false)
  .option('--cpu-time', 'for a busy machine: engines answer as soon as they would on an idle one', false)
  .option('--kept <file>', 'what engines did in earlier runs: kept there, and not done again')
  .option('--json', 'one JSON line last', false)
  .action(
    async (given: {
      only?: string;
      kept?: string;
      curve: boolean;
      svg: string;
      details: boolean;
      cpuTime: boolean;
      json: boolean;
    }) => {
      const { json, only, ...options } = given;
      await turnsBench(
        { ...options, ...(only === undefined ? {} : { only }) },
        new Report('turns', json, results),
      );
    },
  );

program
  .command('latency')
  .description('recorded speech against engines of a given slowness: what overlapping their work saves')
  .option(
    '--turns <n>',
    'turns with answers begun early in each run, half of them opened by a word; a third as many without',
    '200',
  )
  .option(
    '--sessions <n>',
    'at a time; every fourth begins no answers early, three in eight are opened by a word',
    '8',
  )
  .option('--eagerness <name>', 'of semantic_vad', 'medium')
  .option('--silence <ms>', 'server_vad with this silence, in place of semantic_vad')
  .option('--stt <ms>', 'each decode of the recogniser', '200')
  .option('--llm <ms>', 'first token of the model', '400')
  .option('--tts <ms>', 'first byte of the voice', '180')
  .option('--jitter <list>', 'by how much these scatter, per cent, comma-separated: a run for each', '0,30')
  .option('--json', 'one JSON line last', false)
  .action(
    async (
      given: Record<'turns' | 'sessions' | 'eagerness' | 'stt' | 'llm' | 'tts' | 'jitter', string> & {
        silence?: string;
        json: boolean;
      },
    ) => {
      await latencyBench(
        {
          turns: Number(given.turns),
          sessions: Number(given.sessions),
          detection:
            given.silence === undefined
              ? { type: 'semantic_vad', eagerness: given.eagerness }
              : { type: 'server_vad', silence_duration_ms: Number(given.silence) },
          sttMs: Number(given.stt),
          llmMs: Number(given.llm),
          ttsMs: Number(given.tts),
          jitterPercents: given.jitter.split(',').map(Number),
        },
        new Report('latency', given.json, results),
      );
    },
  );

program
  .command('livekit')
  .description(
    'recorded clips through Parley and through @livekit/agents, turn about: last phoneme to first audio',
  )
  .option('--rounds <n>', 'rounds over five clips, four ways', '2')
  .option('--json', 'one JSON line last', false)
  .action(async (given: { rounds: string; json: boolean }) => {
    await livekitBench({ rounds: Number(given.rounds) }, new Report('livekit', given.json, results));
  });

program
  .command('router')
  .description('what the OpenAI-compatible door adds to a provider, beside @portkey-ai/gateway')
  .option('--rounds <n>', 'rounds over all targets', '15')
  .option('--requests <n>', 'requests of each kind in a round', '150')
  .option('--streams <n>', 'streams for CPU and throughput, three times each', '3000')
  .option('--concurrency <n>', 'streams at a time', '32')
  .option('--through <list>', `comma-separated: ${throughs.join(', ')}`, throughs.join(','))
  .option('--json', 'one JSON line last', false)
  .action(
    async (given: {
      rounds: string;
      requests: string;
      streams: string;
      concurrency: string;
      through: string;
      json: boolean;
    }) => {
      const { rounds, requests, streams, concurrency, through, json } = given;
      await routerBench(
        {
          rounds: Number(rounds),
          requests: Number(requests),
          streams: Number(streams),
          concurrency: Number(concurrency),
          through: throughs.filter((one) => through.split(',').includes(one)),
        },
        new Report('router', json, results),
      );
    },
  );

program
  .command('gateway')
  .description('what one gateway process costs and adds, by live sessions, with engines that take no time')
  .option('--sessions <list>', 'comma-separated', '10,100,300,1000')
  .option('--frame <ms>', 'audio per append', '40')
  .option(
    '--turns <n>',
    'turns a minute of every session; by default one each 15 s: half of it heard, half spoken',
    '4',
  )
  .option('--openings <n>', 'sessions opened a second, which speak at once', '20')
  .option('--settle <s>', 'time before it is measured; by default until every session has had its first turn')
  .option('--window <s>', 'measured time of each round', '20')
  .option('--profile <n>', 'sessions of the run that is profiled; 0 = none', '300')
  .option('--no-capacity', 'leave out the search for the load it refuses')
  .option('--no-floor', 'leave out the bare relay')
  .option('--no-memory', 'leave out what a session takes')
  .option('--json', 'one JSON line last', false)
  .action(
    async (given: {
      sessions: string;
      frame: string;
      turns: string;
      openings: string;
      settle?: string;
      window: string;
      profile: string;
      capacity: boolean;
      floor: boolean;
      memory: boolean;
      json: boolean;
    }) => {
      await gatewayBench(
        {
          sessions: given.sessions.split(',').map(Number),
          frameMs: Number(given.frame),
          turnsPerMinute: Number(given.turns),
          openedPerSecond: Number(given.openings),
          ...(given.settle !== undefined && { settleMs: Number(given.settle) * 1_000 }),
          windowMs: Number(given.window) * 1_000,
          profile: Number(given.profile),
          capacity: given.capacity,
          floor: given.floor,
          memory: given.memory,
        },
        new Report('gateway', given.json, results),
      );
    },
  );

program
  .command('fuzz')
  .description('bad clients over real sockets, a good one beside them; fails when a rule was broken')
  .option('--frames <n>', 'client frames', '1000000')
  .option('--seed <n>', 'a run is repeated with the seed it printed', String(Date.now() % 2 ** 31))
  .option('--clients <n>', 'bad clients at a time', '8')
  .option('--per-client <n>', 'frames of one client before it hangs up', '2000')
  .option('--json', 'one JSON line last', false)
  .action(
    async (given: { frames: string; seed: string; clients: string; perClient: string; json: boolean }) => {
      await fuzzBench(
        {
          frames: Number(given.frames),
          seed: Number(given.seed),
          clients: Number(given.clients),
          perClient: Number(given.perClient),
        },
        new Report('fuzz', given.json, results),
      );
    },
  );

program.parseAsync().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
