import { Module } from '@nestjs/common';
import { GatewayServer } from './gateway.server';
import { SessionModule } from './session/session.module';
import { StateModule } from './state/state.module';

@Module({ imports: [StateModule, SessionModule], providers: [GatewayServer] })
export class AppModule {}
