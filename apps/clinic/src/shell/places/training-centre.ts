/** The centre of the simulated families: the same on every phone, and none that a server knows. */
export const TRAINING_CENTRE = 'training-centre';
