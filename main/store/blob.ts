/** A vector as SQLite keeps it. */
export const toBlob = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);

/** Copies: a Buffer of SQLite need not start at a multiple of four bytes. */
export const fromBlob = (blob: Buffer): Float32Array<ArrayBuffer> => new Float32Array(new Uint8Array(blob).buffer);
