// The page's security policy forbids evaluating strings. zod reads this when it is loaded, which the first screen spares itself.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
