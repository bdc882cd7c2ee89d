/** Below this path everything is the API's first version. What is in it stays; what would break a reader becomes /api/v2. */
export const apiBase = '/api/v1';
