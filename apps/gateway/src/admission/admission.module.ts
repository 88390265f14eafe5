import { Global, Module } from '@nestjs/common';
import { CONFIG } from '@parley/service';
import type { GatewayConfig } from '../config';
import { Authenticator } from './authenticator';
import { ApiKeys } from './keys';
import { Origins } from './origins';

/** Who may come in: shared by every transport and by REST. */
@Global()
@Module({
  providers: [
    {
      provide: Authenticator,
      inject: [CONFIG],
      useFactory: (config: GatewayConfig) => new Authenticator(new ApiKeys(config.PARLEY_API_KEYS)),
    },
    { provide: Origins, inject: [CONFIG], useFactory: originsOf },
  ],
  exports: [Authenticator, Origins],
})
export class AdmissionModule {}

export function originsOf(config: GatewayConfig): Origins {
  return new Origins(config.PARLEY_ALLOWED_ORIGINS, config.PARLEY_API_KEYS.length > 0);
}
