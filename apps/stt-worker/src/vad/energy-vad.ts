import { frameSamples } from './frame';

const frameMs = frameSamples / 16;
const floorRisePerFrameDb = (3 * frameMs) / 1000;
const speechAboveFloorDb = 10;
const slopeDb = 2;
const quietestSpeechDbfs = -52;
const loudestFloorDbfs = -30;

/**
 * A speech probability from level alone: how far the frame is above a floor that falls at once and rises 3 dB a
 * second. Used while the model is away; it hears loud noise as speech.
 */
export class EnergyVad {
  #floorDbfs = -60;

  probability(levelDbfs: number): number {
    this.#floorDbfs = Math.min(levelDbfs, this.#floorDbfs + floorRisePerFrameDb, loudestFloorDbfs);
    if (levelDbfs < quietestSpeechDbfs) return 0;
    const above = levelDbfs - this.#floorDbfs - speechAboveFloorDb;
    return 1 / (1 + Math.exp(-above / slopeDb));
  }

  /** Whether so much may be speech, by the frames before. */
  isLoud(levelDbfs: number): boolean {
    return levelDbfs >= Math.max(quietestSpeechDbfs, this.#floorDbfs + speechAboveFloorDb);
  }
}
