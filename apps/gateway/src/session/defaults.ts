/** What a session begins with when the client says nothing. */
export const sessionDefaults = {
  instructions: 'You are a helpful, friendly assistant. You are talking with the user by voice.',
  voice: 'alloy',
} as const;
