/** Loading a model takes a second. Beside other work it takes many, and a thread that was ended begins anew. */
export const startTimeoutMs = 60_000;
