import { Catch, type ExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';
import { BusError } from '../errors';

/** Nest hides every error but its own from a transport: the bus's own are to get through. */
@Catch(BusError)
export class BusErrorFilter implements ExceptionFilter<BusError> {
  catch(error: BusError): Observable<never> {
    return throwError(() => error);
  }
}
