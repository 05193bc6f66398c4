// The types of the API's answers are those of the client for other programs: `npm run schema` writes them there.
export type * from '../../../../clients/typescript/src/schema.gen';
