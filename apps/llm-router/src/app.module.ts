import { Module } from '@nestjs/common';
import { GenerationController } from './generation/generation.controller';
import { ProvidersModule } from './providers/providers.module';

@Module({ imports: [ProvidersModule], controllers: [GenerationController] })
export class AppModule {}
