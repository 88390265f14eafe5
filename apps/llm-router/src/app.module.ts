import { Module } from '@nestjs/common';
import { AnsweringModule } from './answering/answering.module';
import { GenerationController } from './generation/generation.controller';
import { ProvidersModule } from './providers/providers.module';

@Module({ imports: [ProvidersModule, AnsweringModule], controllers: [GenerationController] })
export class AppModule {}
