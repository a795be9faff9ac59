// Types of the application that the generated code takes in place of its own.
export interface Decimal { digits: string }
export interface Settings<Theme> { theme: Theme }
export interface Wallets { own: true }
