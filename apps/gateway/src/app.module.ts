import { Module } from '@nestjs/common';
import { AdmissionModule } from '@parley/admission';
import { GatewayServer } from './gateway.server';
import { RestModule } from './rest/rest.module';
import { SessionModule } from './session/session.module';
import { StateModule } from './state/state.module';

@Module({ imports: [StateModule, AdmissionModule, SessionModule, RestModule], providers: [GatewayServer] })
export class AppModule {}
