import { Module } from '@nestjs/common';
import { AnsweringModule } from './answering/answering.module';
import { DoorModule } from './door/door.module';
import { GenerationController } from './generation/generation.controller';
import { MemoryController } from './memory/memory.controller';
import { ProvidersModule } from './providers/providers.module';
import { RoutingModule } from './routing/routing.module';
import { ToolsModule } from './tools/tools.module';

@Module({
  imports: [ProvidersModule, AnsweringModule, RoutingModule, DoorModule, ToolsModule],
  controllers: [GenerationController, MemoryController],
})
export class AppModule {}
