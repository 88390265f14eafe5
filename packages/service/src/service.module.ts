import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';

/** A service's own module with the shared providers beside it, global. */
export function rootModule(module: Type | DynamicModule, providers: Provider[]): DynamicModule {
  const shared: DynamicModule = {
    module: SharedModule,
    global: true,
    providers,
    exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
  };
  return { module: RootModule, imports: [shared, module] };
}

@Module({})
class SharedModule {}

@Module({})
class RootModule {}
