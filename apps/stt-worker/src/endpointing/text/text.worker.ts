import { workerData } from 'node:worker_threads';
import { endWhenAsked } from '../../threads/ending';
import { serveModel } from '../../threads/serve-model';
import { TextModel, type TextModelFiles } from './text-model';

export interface TextQuestion {
  readonly text: string;
  readonly language: string;
}

async function main(files: TextModelFiles): Promise<void> {
  const model = await TextModel.load(files);
  await model.probability('the first run is slow');
  serveModel<TextQuestion, number>(({ text, language }) => model.read(text, language));
}

endWhenAsked();
const data: TextModelFiles = workerData;
void main(data);
