"""Wrong versions of `conv_single_step`: the wrong product, the wrong sum, or a bias that goes astray."""

import numpy as np

from autograder.catalogue import mistake


@mistake("The bias", test="bias")
def bias_per_entry(a_slice_prev, W, b):
    """Your code adds the bias to every product before it sums them, so the bias counts once for each entry of the window.
    The 2017 printing does so too, but a filter has one bias, and it counts once."""
    s = a_slice_prev * W + b
    Z = np.sum(s)
    return Z


@mistake("The bias", test="bias")
def float_of_bias_array(a_slice_prev, W, b):
    """Your code turns the bias, or a sum with it, into a Python number, as float() does, while it is still an array
    with axes: up to NumPy 2.3 that worked, and since NumPy 2.4 it is an error. Take the one entry out of the array
    first."""
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + float(b)
    return Z


@mistake("The bias", test="bias")
def forgets_the_bias(a_slice_prev, W, b):
    """Your code sums the products of window and filter, and the bias does not get into the result. It should be added
    to that sum, once."""
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    return Z


@mistake("The bias", test="bias")
def multiplies_by_bias(a_slice_prev, W, b):
    """Your code multiplies the sum of the products by the bias.
    A bias shifts the result: it is added to the sum."""
    s = a_slice_prev * W
    Z = np.sum(s) * b[0, 0, 0]
    return Z


@mistake("The bias", test="bias")
def subtracts_the_bias(a_slice_prev, W, b):
    """Your code takes the bias away from the sum of the products.
    It should be added; its own sign decides which way it shifts the result."""
    Z = np.sum(np.multiply(a_slice_prev, W)) - b.item()
    return Z


@mistake("The bias", test="bias")
def truncates_the_bias(a_slice_prev, W, b):
    """Your code turns the bias into a whole number before it adds it, and loses what stands after the decimal point.
    The bias should be added as the number it is."""
    Z = np.sum(a_slice_prev * W)
    Z = Z + int(b.item())
    return Z


@mistake("One step of a convolution", test="sum")
def returns_products(a_slice_prev, W, b):
    """Your code returns the products of window and filter, one for each entry, without summing them.
    One step of a convolution gives a single number: the sum over the whole window, plus the bias."""
    s = np.multiply(a_slice_prev, W)
    Z = s + b
    return Z


@mistake("One step of a convolution", test="sum")
def sums_down_the_columns(a_slice_prev, W, b):
    """Your code sums the products along the first axis only, so an array is left.
    The sum should run over rows, columns and channels, down to a single number."""
    s = a_slice_prev * W
    Z = sum(s) + b[0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def keeps_channels_apart(a_slice_prev, W, b):
    """Your code sums over rows and columns and keeps one number for each channel.
    A filter looks at all channels of the window at once: they belong in the same sum."""
    s = a_slice_prev * W
    Z = np.sum(s, axis=(0, 1)) + b[0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def averages_the_products(a_slice_prev, W, b):
    """Your code takes the mean of the products of window and filter.
    A convolution sums them; nothing is divided by the number of entries."""
    s = np.multiply(a_slice_prev, W)
    Z = np.mean(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def multiplies_as_matrices(a_slice_prev, W, b):
    """Your code takes the matrix product of window and filter, which pairs rows with columns.
    Here each entry of the window meets the entry of the filter that lies at the same place."""
    s = np.dot(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def adds_instead_of_multiplying(a_slice_prev, W, b):
    """Your code adds the filter to the window before it sums.
    Each entry of the window should be weighted, that is multiplied, by the filter's entry at the same place."""
    s = a_slice_prev + W
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("Slide, multiply, add", test="sum")
def flips_the_filter(a_slice_prev, W, b):
    """In your code the filter lies on the window turned by half a circle, as mathematicians define a convolution. In
    deep learning, and here, the filter is laid on the window as it is."""
    s = a_slice_prev * W[::-1, ::-1, :]
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def uses_first_channel_only(a_slice_prev, W, b):
    """Your code multiplies only the first channel of the window with that of the filter.
    The sum should run over all channels."""
    s = a_slice_prev[:, :, 0] * W[:, :, 0]
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def truncates_the_result(a_slice_prev, W, b):
    """Your code turns the result into a whole number and loses what stands after the decimal point.
    Return the sum as it is."""
    s = np.multiply(a_slice_prev, W)
    Z = int(np.sum(s) + b[0, 0, 0])
    return Z


@mistake("One step of a convolution", test="unchanged")
def overwrites_the_window(a_slice_prev, W, b):
    """Your code stores the products in the window that was passed in. That window is a view of the whole input, so
    the windows that overlap it are computed from changed numbers; the products belong in an array of their own."""
    a_slice_prev *= W
    Z = np.sum(a_slice_prev) + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def multiplies_the_sums(a_slice_prev, W, b):
    """Your code adds up the window and the filter first, and multiplies the two sums.
    Each entry of the window has a weight of its own: multiply entry by entry, and add up then."""
    Z = np.sum(a_slice_prev) * np.sum(W) + b[0, 0, 0]
    return Z


@mistake("The bias", test="bias")
def bias_per_entry_and_once_more(a_slice_prev, W, b):
    """Your code adds the bias to every product before it sums them, and once more to the sum.
    A filter has one bias, and it counts once: after the products are summed."""
    s = a_slice_prev * W + b
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("The bias", test="sum")
def returns_the_bias_alone(a_slice_prev, W, b):
    """Your code returns the bias and loses the sum of the products.
    The result is that sum, with the bias added to it."""
    s = a_slice_prev * W
    Z = np.sum(s)
    Z = b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def returns_products_without_the_bias(a_slice_prev, W, b):
    """Your code returns the products of window and filter as they are, neither summed nor with the bias.
    One step of a convolution gives a single number: the sum over the whole window, plus the bias."""
    s = np.multiply(a_slice_prev, W)
    return s


@mistake("One step of a convolution", test="sum")
def multiplies_each_pair_of_matrices(a_slice_prev, W, b):
    """Your code multiplies window and filter as stacks of matrices, which pairs rows with columns.
    Here each entry of the window meets the entry of the filter that lies at the same place."""
    s = np.matmul(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def sums_over_the_rows_only(a_slice_prev, W, b):
    """Your code sums the products along the first axis only, so an array is left, to which the bias is added.
    The sum should run over rows, columns and channels, down to a single number."""
    s = a_slice_prev * W
    Z = np.sum(s, axis=0) + b
    return Z


@mistake("One step of a convolution", test="sum")
def sums_over_the_channels_only(a_slice_prev, W, b):
    """Your code sums the products over the channels only, so a number is left for each place of the window.
    The sum should run over rows, columns and channels, down to a single number."""
    s = a_slice_prev * W
    Z = np.sum(s, axis=2) + b
    return Z


@mistake("One step of a convolution", test="sum")
def leaves_a_sum_for_each_channel(a_slice_prev, W, b):
    """Your code sums over rows and columns, and leaves an array with one number for each channel.
    A filter looks at all channels of the window at once: they belong in the same sum."""
    s = a_slice_prev * W
    Z = np.sum(s, axis=(0, 1)) + b
    return Z


@mistake("One step of a convolution", test="sum")
def returns_nothing(a_slice_prev, W, b):
    """Your function gives back None. The number that it works out should be put into Z, and handed back by a return."""
    s = a_slice_prev * W
    Z = np.sum(s)
    Z = Z + b[0, 0, 0]


@mistake("One step of a convolution", test="sum")
def truncates_the_sum(a_slice_prev, W, b):
    """Your code turns the sum of the products into a whole number before it adds the bias, and loses what stands after
    the decimal point. Keep the sum as it is."""
    s = np.multiply(a_slice_prev, W)
    Z = int(np.sum(s))
    Z = Z + b[0, 0, 0]
    return Z


@mistake("One step of a convolution", test="sum")
def sums_over_the_columns_only(a_slice_prev, W, b):
    """Your code sums the products along the second axis only, so an array is left, to which the bias is added.
    The sum should run over rows, columns and channels, down to a single number."""
    s = a_slice_prev * W
    Z = np.sum(s, axis=1) + b
    return Z


@mistake("The bias", test="bias")
def adds_the_bias_twice(a_slice_prev, W, b):
    """Your code adds the bias twice to the sum of the products.
    It counts once."""
    Z = np.sum(a_slice_prev * W) + b.item()
    Z = Z + b.item()
    return Z


@mistake("The bias", test="bias", alone=True)
def adds_the_bias_for_each_channel(a_slice_prev, W, b):
    """Your code adds the bias once for each channel, as in a loop over the channels. A filter has one bias, which is
    added once, to the sum over all channels."""
    Z = 0
    for c in range(W.shape[2]):
        Z += np.sum(a_slice_prev[:, :, c] * W[:, :, c]) + b.item()
    return Z


@mistake("One step of a convolution", test="sum")
def cuts_off_what_is_negative(a_slice_prev, W, b):
    """Your code gives 0 where the result should be negative, as after a ReLU.
    The activation comes later, as a step of its own: a convolution keeps the sign."""
    Z = np.sum(a_slice_prev * W) + b.item()
    return max(0, Z)


@mistake("One step of a convolution", test="sum", alone=True)
def loses_the_sign(a_slice_prev, W, b):
    """Your code returns the absolute value of the result. A convolution keeps the sign."""
    return abs(np.sum(a_slice_prev * W) + b.item())


@mistake("One step of a convolution", test="sum", alone=True)
def squares_the_window(a_slice_prev, W, b):
    """Your code multiplies the window by itself. Its entries should be multiplied by those of the filter at the same
    places."""
    return np.sum(a_slice_prev * a_slice_prev) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def squares_the_filter(a_slice_prev, W, b):
    """Your code multiplies the filter by itself. Its entries should be multiplied by those of the window at the same
    places."""
    return np.sum(W * W) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def sums_the_window_alone(a_slice_prev, W, b):
    """Your code sums the entries of the window as they are, without the filter.
    Each should be multiplied by the filter's entry at the same place."""
    return np.sum(a_slice_prev) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def sums_the_filter_alone(a_slice_prev, W, b):
    """Your code sums the entries of the filter as they are, without the window.
    Each should be multiplied by the window's entry at the same place."""
    return np.sum(W) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def takes_the_largest_product(a_slice_prev, W, b):
    """Your code takes the largest of the products of window and filter. A convolution adds them all up."""
    return np.max(a_slice_prev * W) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def multiplies_the_products(a_slice_prev, W, b):
    """Your code multiplies the products of window and filter together. They should be added up."""
    return np.prod(a_slice_prev * W) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def subtracts_instead_of_multiplying(a_slice_prev, W, b):
    """Your code takes the filter away from the window before it sums.
    Each entry of the window should be weighted, that is multiplied, by the filter's entry at the same place."""
    return np.sum(a_slice_prev - W) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def divides_by_the_filter(a_slice_prev, W, b):
    """Your code divides the window by the filter.
    Each entry of the window should be multiplied by the filter's entry at the same place."""
    return np.sum(a_slice_prev / W) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def starts_the_loops_at_one(a_slice_prev, W, b):
    """Your code leaves out the first row, the first column and the first channel of the window, as loops do that begin
    at 1. Rows, columns and channels are counted from 0."""
    f, _, n_C_prev = W.shape
    Z = 0
    for p in range(1, f):
        for q in range(1, f):
            for k in range(1, n_C_prev):
                Z += a_slice_prev[p, q, k] * W[p, q, k]
    return Z + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def stops_the_loops_one_early(a_slice_prev, W, b):
    """Your code leaves out the last row, the last column and the last channel of the window. A range already ends
    before the number that it is given, so nothing has to be taken off."""
    f, _, n_C_prev = W.shape
    Z = 0
    for p in range(f - 1):
        for q in range(f - 1):
            for k in range(n_C_prev - 1):
                Z += a_slice_prev[p, q, k] * W[p, q, k]
    return Z + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_last_product_only(a_slice_prev, W, b):
    """Your code counts only the last of the products of window and filter: each one overwrites those before it, or the
    sum is set back to 0 in the innermost loop. All of them should be added up."""
    return a_slice_prev[-1, -1, -1] * W[-1, -1, -1] + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_last_row_only(a_slice_prev, W, b):
    """Your code counts only the products of the last row, as where the sum is set back to 0 in the loop over the rows.
    The sum should run over the whole window."""
    return np.sum(a_slice_prev[-1] * W[-1]) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_last_place_only(a_slice_prev, W, b):
    """Your code counts only the products at the last place of the window, in its last row and last column, as where the
    sum is set back to 0 in the loop over the columns. The sum should run over the whole window."""
    return np.sum(a_slice_prev[-1, -1] * W[-1, -1]) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_last_channel_only(a_slice_prev, W, b):
    """Your code counts only the products of the last channel of window and filter.
    The sum should run over all channels."""
    return np.sum(a_slice_prev[:, :, -1] * W[:, :, -1]) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_first_product_only(a_slice_prev, W, b):
    """Your code counts only the first of the products of window and filter, as where the return stands inside the
    loops. All of them should be added up."""
    return a_slice_prev[0, 0, 0] * W[0, 0, 0] + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_first_row_only(a_slice_prev, W, b):
    """Your code counts only the products of the first row, as where the return stands inside the loop over the rows.
    The sum should run over the whole window."""
    return np.sum(a_slice_prev[0] * W[0]) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def keeps_the_first_place_only(a_slice_prev, W, b):
    """Your code counts only the products at the first place of the window, in its first row and first column. The sum
    should run over the whole window."""
    return np.sum(a_slice_prev[0, 0] * W[0, 0]) + b.item()


@mistake("One step of a convolution", test="sum", alone=True)
def rounds_the_result(a_slice_prev, W, b):
    """Your code rounds the result to a whole number. The sum should be returned as it is."""
    return round(float(np.sum(a_slice_prev * W) + b.item()))


@mistake("One step of a convolution", test="sum", alone=True)
def transposes_the_filter(a_slice_prev, W, b):
    """Your code lays the filter on the window with its rows and columns exchanged. The filter should lie on the window
    as it is."""
    return np.sum(a_slice_prev * W.transpose(1, 0, 2)) + b.item()


@mistake("The bias", test="bias", alone=True)
def adds_the_bias_for_each_row(a_slice_prev, W, b):
    """Your code adds the bias once for each row of the window, or for each column, as in a loop over them. A filter has
    one bias, which is added once, to the sum over the whole window."""
    return np.sum(a_slice_prev * W) + b.item() * W.shape[0]


@mistake("The bias", test="bias", alone=True)
def adds_the_bias_to_the_window(a_slice_prev, W, b):
    """Your code adds the bias to the entries of the window before they are multiplied. It should be added to the sum of
    the products, once."""
    return np.sum((a_slice_prev + b) * W)


@mistake("The bias", test="bias", alone=True)
def adds_the_bias_to_the_filter(a_slice_prev, W, b):
    """Your code adds the bias to the entries of the filter before they are multiplied. It should be added to the sum of
    the products, once."""
    return np.sum(a_slice_prev * (W + b))


@mistake("One step of a convolution", test="sum", alone=True)
def divides_by_the_side(a_slice_prev, W, b):
    """Your code divides the sum of the products by the side of the filter, as a mean over its rows or its columns does.
    A convolution only sums: nothing is divided."""
    return np.sum(a_slice_prev * W) / W.shape[0] + b.item()
