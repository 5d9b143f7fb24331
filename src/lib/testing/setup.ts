import fc from 'fast-check';

// Property tests draw the same cases on every run: a failure is one for everybody.
fc.configureGlobal({ seed: 20161 });
