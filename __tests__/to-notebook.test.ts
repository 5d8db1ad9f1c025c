import { defineTest } from '../src/testing.js';

defineTest(__dirname, 'to-notebook');
