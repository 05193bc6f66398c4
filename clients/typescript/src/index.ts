export { units } from './amount.js';
export { type CallOptions, Client, type ClientOptions } from './client.js';
export type { StreamOptions } from './events.js';
export type { Item } from './lists.js';
export type { Answer, BookEvent, CodeOf, JsonPath, ListPath, NoticeType, ProblemCode } from './operation.js';
export { ApiProblem, isProblem } from './problem.js';
export type * from './schema.gen.js';
export { type Notice, verify, WebhookError, type WebhookHeaders } from './webhook.js';
