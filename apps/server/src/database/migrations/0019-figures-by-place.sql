-- Figures are read by place since sums are kept of what lies below each place (0012): nobody asks for an indicator of all
-- places any more, and keeping this index took a fifth of the time of adding to a figure.
DROP INDEX indicator_figure_month;
