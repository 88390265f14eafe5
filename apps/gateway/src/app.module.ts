import { Module } from '@nestjs/common';
import { GatewayServer } from './gateway.server';
import { SessionModule } from './session/session.module';

@Module({ imports: [SessionModule], providers: [GatewayServer] })
export class AppModule {}
