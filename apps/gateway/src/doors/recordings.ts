import { Inject, Injectable } from '@nestjs/common';
import { Codecs } from '@parley/codecs';
import { BUS, CONFIG, type Bus } from '@parley/service';
import type { Response } from 'express';
import { KeyLimiter, type Principal } from '@parley/admission';
import type { GatewayConfig } from '../config';
import { SpeechOffers } from '../workers/speech-offers';
import { transcribe, type Segment, type TranscriptionSettings } from '../workers/transcribe';
import { hearingError, type SettingParams } from './door-error';
import { Decoded } from './decoded';
import { recordingOf } from './recording';
import { goneSignal } from './stream-reply';

export interface RecordingRequest {
  readonly file: Uint8Array;
  readonly settings: TranscriptionSettings;
  readonly principal: Principal;
  readonly response: Response;
  /** The parameters of the request that hold these, for errors. */
  readonly params: SettingParams & { readonly audio: string };
}

export interface HeardRecording {
  readonly segments: AsyncIterable<Segment>;
  /** As far as it was read. */
  readonly lengthMs: () => number;
}

/** Recordings of REST requests, heard for as long as their client waits. */
@Injectable()
export class Recordings {
  constructor(
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly codecs: Codecs,
    private readonly limiter: KeyLimiter,
    private readonly offers: SpeechOffers,
  ) {}

  /** Takes down what was heard for the key, however `reply` ends. Rejects with HttpError. */
  async hear(
    { file, settings, principal, response, params }: RecordingRequest,
    reply: (heard: HeardRecording) => Promise<void>,
  ): Promise<void> {
    const signal = goneSignal(response);
    let lengthMs = 0;
    const decoded = new Decoded();
    const recording = recordingOf(file, this.codecs, {
      maxSeconds: this.config.PARLEY_MAX_RECORDING_SECONDS,
      param: params.audio,
      onLength: (ms) => (lengthMs = Math.max(lengthMs, ms)),
    });
    try {
      const segments = transcribe(this.bus, recording, settings, { signal, onDecoded: decoded.add });
      await reply({ segments, lengthMs: () => lengthMs });
    } catch (error) {
      if (signal.aborted) return;
      throw await hearingError(error, { model: settings.model, params }, this.offers);
    } finally {
      const meter = this.limiter.meterOf(principal);
      meter.add({ audioInMs: Math.round(lengthMs) });
      meter.charge(decoded.lines());
    }
  }
}

export async function allOf(segments: AsyncIterable<Segment>): Promise<Segment[]> {
  const list: Segment[] = [];
  for await (const segment of segments) list.push(segment);
  return list;
}
