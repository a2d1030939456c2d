import { z } from 'zod';

// The window's content security policy forbids eval, which zod's compiled parsers need. This module must be
// imported before the contract, whose schemas read the setting as they are built.
z.config({ jitless: true });
