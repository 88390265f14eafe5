import { gateTranscript, worthDecoding } from './gate';

const sure = { speechMs: 1_500, peakProbability: 0.99 };
const weak = { speechMs: 200, peakProbability: 0.6 };

describe('what was spoken', () => {
  it.each([
    ['Hello there.', 'Hello there.'],
    ['[Music]', ''],
    ['(wind blowing) Hello.', 'Hello.'],
    ['♪ la la ♪', 'la la'],
    ['*sighs*', ''],
    ['[BLANK_AUDIO', ''],
    ['...', ''],
    ['', ''],
    ['10', '10'],
  ])('%p is %p', (text, spoken) => {
    expect(gateTranscript(text, sure)).toBe(spoken);
  });

  it('believes a thank-you that was clearly spoken, and not one without evidence', () => {
    expect(gateTranscript('Thank you.', sure)).toBe('Thank you.');
    expect(gateTranscript('Thank you.', weak)).toBe('');
    expect(gateTranscript('No.', weak)).toBe('No.');
  });

  it('does not believe a sentence in a moment of noise', () => {
    expect(gateTranscript('I will see you in the next video.', weak)).toBe('');
  });

  it('tells nothing without speech', () => {
    expect(gateTranscript('Hello.', { speechMs: 0, peakProbability: 0.1 })).toBe('');
  });

  it('is worth decoding with speech, or with a doubt', () => {
    expect(worthDecoding({ speechMs: 64, peakProbability: 0.2 })).toBe(true);
    expect(worthDecoding({ speechMs: 0, peakProbability: 0.4 })).toBe(true);
    expect(worthDecoding({ speechMs: 32, peakProbability: 0.2 })).toBe(false);
  });
});
