declare const brand: unique symbol;

/** A plain value that only one door may make, so that two kinds of text or number are never mixed up. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
