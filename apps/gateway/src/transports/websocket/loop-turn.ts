let turn = 0;
let isTurning = false;

/** A number for the present turn of the event loop. One for all who ask: fifty frames a second of each client do. */
export function loopTurn(): number {
  if (!isTurning) {
    isTurning = true;
    setImmediate(() => {
      turn += 1;
      isTurning = false;
    });
  }
  return turn;
}
