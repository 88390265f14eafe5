import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { ACCESS, type Access } from '../access';
import { OPERATION } from '../operation';

export interface Route {
  /** In lower case. */
  readonly method: string;
  /** As OpenAPI writes it: `/v1/models/{id}`. */
  readonly path: string;
  readonly access: Access;
  readonly operation: ZodOpenApiOperationObject | undefined;
}

/** The endpoints of controllers, as their decorators say. */
export function routesOf(controllers: readonly Type[]): Route[] {
  return controllers.flatMap((controller) => {
    const [base = ''] = paths(controller);
    return Object.values(Object.getOwnPropertyDescriptors(controller.prototype))
      .map(({ value }) => value)
      .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
      .flatMap((handler) =>
        paths(handler).map((path) => route(controller, handler, openApiPath(base, path))),
      );
  });
}

function route(controller: object, handler: object, path: string): Route {
  const method: RequestMethod = Reflect.getMetadata(METHOD_METADATA, handler);
  const own: Access | undefined = Reflect.getMetadata(ACCESS, handler);
  const ofAll: Access | undefined = Reflect.getMetadata(ACCESS, controller);
  const operation: ZodOpenApiOperationObject | undefined = Reflect.getMetadata(OPERATION, handler);
  return {
    method: (RequestMethod[method] ?? '').toLowerCase(),
    path,
    access: own ?? ofAll ?? 'rest',
    operation,
  };
}

function paths(target: object): string[] {
  const path: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, target);
  return Array.isArray(path) ? path : [path ?? ''];
}

/** Parameters as `:id` and `*id`; a colon that is none is escaped. */
function openApiPath(base: string, path: string): string {
  const whole = [base, path]
    .flatMap((part) => part.split('/'))
    .filter((segment) => segment !== '')
    .join('/');
  return `/${whole.replaceAll(/(?<!\\)[:*](\w+)/g, '{$1}').replaceAll('\\', '')}`;
}
