import type { Response } from '@parley/protocol';
import { formatUsd, type NanoUsd } from '@parley/state';
import { knownCost, type BillLine } from '@parley/metering';

type Receipt = NonNullable<Response['parley']>;

/** What was charged since the last one, as a client is told. `sessionNanoUsd`: of the whole session, as far as known. */
export function receiptOf(bill: readonly BillLine[], sessionNanoUsd: NanoUsd): Receipt {
  const known = knownCost(bill);
  return {
    usage: bill.map(lineOf),
    cost: {
      currency: 'usd',
      total: bill.some(({ nanoUsd }) => nanoUsd === null) ? null : formatUsd(known),
      known: formatUsd(known),
      session: formatUsd(sessionNanoUsd),
    },
  };
}

function lineOf({ line, nanoUsd }: BillLine): Receipt['usage'][number] {
  const cost = nanoUsd === null ? null : formatUsd(nanoUsd);
  const { service, purpose, model } = line;
  switch (line.service) {
    case 'llm':
      return {
        ...{ service, purpose, model, cost },
        input_tokens: line.inputTokens,
        cached_tokens: line.cachedInputTokens,
        image_tokens: line.imageTokens,
        output_tokens: line.outputTokens,
        estimated: line.estimated,
      };
    case 'stt':
      return { service, purpose, model, cost, audio_ms: Math.round(line.audioMs) };
    case 'tts':
      return {
        ...{ service, purpose, model, cost },
        characters: line.characters,
        audio_ms: Math.round(line.audioMs),
      };
  }
}
