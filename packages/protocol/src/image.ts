import { z } from 'zod';
import { base64Bytes, isBase64 } from './base64';

/** Decoded bytes of one image. */
export const maxImageBytes = 4 * 1024 * 1024;

/** What models of every provider read; the reference names the first two. */
const dataUri = /^data:image\/(?:png|jpeg|webp);base64,/i;

const imageUrl = z
  .string()
  .refine((url) => dataUri.test(url), {
    abort: true,
    error: 'Expected a PNG, JPEG or WebP image as a data: URI in base64: images are not fetched.',
  })
  .refine((url) => imageBytes(url) <= maxImageBytes, {
    abort: true,
    error: 'Expected an image of at most 4 MiB.',
  })
  .refine((url) => isBase64(encoded(url)) && imageBytes(url) > 0, { error: 'Expected valid base64.' });

const encoded = (url: string): string => url.slice(url.indexOf(',') + 1);

/** Decoded bytes of an image's data: URI. */
export const imageBytes = (url: string): number => base64Bytes(encoded(url)) ?? 0;

export const imageDetails = ['auto', 'low', 'high'] as const;
export type ImageDetail = (typeof imageDetails)[number];

export const inputImageSchema = z
  .strictObject({
    type: z.literal('input_image'),
    image_url: imageUrl,
    detail: z.enum(imageDetails).nullish(),
  })
  .transform(({ type, image_url, detail }) => ({ type, image_url, detail: detail ?? ('auto' as const) }));
