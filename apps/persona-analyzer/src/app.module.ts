import { Module } from '@nestjs/common';
import { PersonaController } from './service/persona.controller';
import { PersonaMetrics } from './service/persona-metrics';

@Module({ controllers: [PersonaController], providers: [PersonaMetrics] })
export class AppModule {}
