import './runtime';
import 'reflect-metadata';
import { runService } from '@parley/service';
import { AppModule } from './app.module';
import { config } from './config';
import { httpAdapter } from './rest/http-adapter';

void runService({ name: 'gateway', module: AppModule, config, health: 'mounted', http: httpAdapter });
