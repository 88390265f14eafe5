import { Module } from '@nestjs/common';
import { CONFIG } from '@parley/service';
import type { GatewayConfig } from '../config';
import { PromptBook } from './prompt-book';
import { readPrompts } from './prompt-file';

@Module({
  providers: [
    {
      provide: PromptBook,
      inject: [CONFIG],
      useFactory: (config: GatewayConfig) => readPrompts(config.PARLEY_PROMPTS),
    },
  ],
  exports: [PromptBook],
})
export class PromptsModule {}
