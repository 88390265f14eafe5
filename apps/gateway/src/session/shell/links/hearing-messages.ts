import type { Session, TranscriptionDelay } from '@parley/protocol';
import { v1 } from '@parley/contracts';
import { semanticPaddingMs, type SessionState } from '../../engine/coordinator/state';
import { expectedInputs } from '../../engine/turn/expected-input';
import type { HearingEvent } from '../../engine/turn/events';
import { withHints } from './hearing-hints';

type Heard = Pick<SessionState, 'session' | 'extras'>;

const eagerness = {
  auto: v1.TurnDetection.Eagerness.AUTO,
  low: v1.TurnDetection.Eagerness.LOW,
  medium: v1.TurnDetection.Eagerness.MEDIUM,
  high: v1.TurnDetection.Eagerness.HIGH,
} as const;

const { Delay } = v1.Transcription;
const delays = {
  minimal: Delay.MINIMAL,
  low: Delay.LOW,
  medium: Delay.MEDIUM,
  high: Delay.HIGH,
  xhigh: Delay.XHIGH,
} as const satisfies Record<TranscriptionDelay, v1.Transcription.Delay>;

/** What is sent for 0, which on the bus means the default. */
const least = { threshold: 0.001, silenceMs: 1 } as const;

function turnDetection({ audio }: Session): v1.TurnDetection.$Properties | null {
  const detection = audio.input.turn_detection;
  if (detection === null) return null;
  if (detection.type === 'semantic_vad') {
    return {
      mode: v1.TurnDetection.Mode.SEMANTIC_VAD,
      eagerness: eagerness[detection.eagerness],
      prefixPaddingMs: semanticPaddingMs,
    };
  }
  return {
    mode: v1.TurnDetection.Mode.SERVER_VAD,
    threshold: detection.threshold || least.threshold,
    prefixPaddingMs: detection.prefix_padding_ms,
    silenceDurationMs: detection.silence_duration_ms || least.silenceMs,
  };
}

const microphones = {
  near_field: v1.NoiseReduction.Type.NEAR_FIELD,
  far_field: v1.NoiseReduction.Type.FAR_FIELD,
} as const;

function noiseReduction({ audio }: Session): v1.NoiseReduction.$Properties | null {
  const reduction = audio.input.noise_reduction;
  return reduction && { type: microphones[reduction.type], strength: reduction.strength ?? 1 };
}

const expectedInput = {
  phone: v1.ExpectedInput.PHONE,
  email: v1.ExpectedInput.EMAIL,
  code: v1.ExpectedInput.CODE,
  address: v1.ExpectedInput.ADDRESS,
} as const;

/** Clients name models of other services: only "provider/model" names one of ours. */
export function hearConfig({ session, extras }: Heard): v1.HearConfig.$Properties {
  const transcription = session.audio.input.transcription;
  const config = {
    turnDetection: turnDetection(session),
    noiseReduction: noiseReduction(session),
    expectedInput: expectedInputs(session).map((input) => expectedInput[input]),
    transcription: {
      model: transcription?.model.includes('/') === true ? transcription.model : '',
      language: transcription?.language ?? '',
      prompt: transcription?.prompt ?? '',
      languages: transcription?.languages ?? [],
      keywords: transcription?.keywords ?? [],
      delay: transcription?.delay === undefined ? Delay.DELAY_UNSPECIFIED : delays[transcription.delay],
    },
  };
  return withHints(config, extras.hearing);
}

/** undefined: nothing the session needs to know. */
export function toHearingEvent(message: v1.HearingEvent): HearingEvent | undefined {
  switch (message.event) {
    case 'speechStarted': {
      const { utterance, startSample, continues } = message.speechStarted!;
      return {
        type: 'speech_started',
        utterance: utterance ?? 0,
        startSample: startSample ?? 0,
        continues: (continues ?? 0) > 0,
      };
    }
    case 'speechStopped': {
      const { utterance, endSample, speechEndSample } = message.speechStopped!;
      const end = endSample ?? 0;
      return {
        type: 'speech_stopped',
        utterance: utterance ?? 0,
        endSample: end,
        speechEndSample: speechEndSample || end,
      };
    }
    case 'turnCandidate': {
      const { utterance, revision, text, language, probability } = message.turnCandidate!;
      return {
        type: 'turn_candidate',
        utterance: utterance ?? 0,
        revision: revision ?? 0,
        text: text ?? '',
        language: language ?? '',
        probability: probability ?? 0,
      };
    }
    case 'speechPaused': {
      const { utterance, speechEndSample, speechMs } = message.speechPaused!;
      return {
        type: 'speech_paused',
        utterance: utterance ?? 0,
        speechEndSample: speechEndSample ?? 0,
        speechMs: speechMs ?? 0,
      };
    }
    case 'speechResumed':
      return { type: 'speech_resumed', utterance: message.speechResumed!.utterance ?? 0 };
    case 'turnReopened':
      return { type: 'turn_reopened', utterance: message.turnReopened!.utterance ?? 0 };
    case 'turnCommitted': {
      const { utterance, startSample, endSample } = message.turnCommitted!;
      return {
        type: 'turn_committed',
        utterance: utterance ?? 0,
        startSample: startSample ?? 0,
        endSample: endSample ?? 0,
      };
    }
    case 'partial': {
      const { utterance, text, stableChars, heardToSample, endProbability } = message.partial!;
      return {
        type: 'partial',
        utterance: utterance ?? 0,
        text: text ?? '',
        stableChars: stableChars ?? 0,
        heardToSample: heardToSample ?? 0,
        endProbability: endProbability ?? 0,
      };
    }
    case 'final': {
      const { utterance, text, language } = message.final!;
      return { type: 'final', utterance: utterance ?? 0, text: text ?? '', language: language ?? '' };
    }
    case 'failed': {
      const { utterance, code, message: text } = message.failed!;
      return {
        type: 'transcript_failed',
        utterance: utterance ?? 0,
        code: code || 'transcription_failed',
        message: text ?? '',
      };
    }
    default:
      return undefined;
  }
}
