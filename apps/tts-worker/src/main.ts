import 'reflect-metadata';
import { runService } from '@parley/service';
import { AppModule } from './app.module';
import { config } from './config';

void runService({ name: 'tts-worker', module: AppModule, config });
