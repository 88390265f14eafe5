import { hash, randomBytes } from 'node:crypto';

/** Only keys that begin so can be stored ones: others need no look-up. */
const keyPrefix = 'sk-parley-';
const keyBytes = 32;

export const newKeyText = (): string => `${keyPrefix}${randomBytes(keyBytes).toString('base64url')}`;

export const isKeyText = (text: string): boolean => text.startsWith(keyPrefix);

/** 256 random bits need no salt and no slow hash. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex');
