import { isLoopback } from './loopback';

/**
 * Which browser pages may connect. Other programs send no Origin and always may. With no keys any page the user
 * visits could talk to a gateway on loopback, so then only pages of loopback may, unless origins are listed.
 */
export class Origins {
  constructor(
    private readonly allowed: readonly string[],
    private readonly keysRequired: boolean,
  ) {}

  permits(origin: string | undefined): boolean {
    if (origin === undefined) return true;
    if (this.allowed.length > 0) return this.allowed.includes('*') || this.allowed.includes(origin);
    if (this.keysRequired) return true;
    return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
  }
}
