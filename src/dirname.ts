Object.assign(globalThis, { __dirname: import.meta.dirname })
