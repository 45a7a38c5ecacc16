/** The id of the training centre: the same on every phone, and unknown to every server. */
export const TRAINING_CENTRE = 'training-centre';
